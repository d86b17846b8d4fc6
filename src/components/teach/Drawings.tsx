/** Drawings for slides and handouts, to look at and to take along. */
import { useLanguage } from '../prose/language.ts';
import { drawings, fileOf } from './drawings.ts';
import { words } from './words.ts';

export function Drawings() {
  const language = useLanguage();
  const at = (file: string) => import.meta.env.BASE_URL + fileOf(file, language);
  return (
    <>
      <p>{words.licence[language]}</p>
      <div className="teach-drawings">
        {drawings.map(({ file, title, shows }) => (
          <figure key={file} className={shows ? 'teach-drawing shown' : 'teach-drawing'}>
            {shows && <img src={at(file)} alt={shows[language]} loading="lazy" />}
            <figcaption>
              {title[language]}
              {language === 'zh' ? '：' : ': '}
              <a href={at(file)} download>
                SVG
              </a>
            </figcaption>
          </figure>
        ))}
      </div>
    </>
  );
}
