/** That the address names an experiment which the page does not have, and those that it has. */
import { useLanguage } from '../prose/language.ts';

const words = {
  missing: {
    en: (part: string) => `This page has no experiment “${part}”. It has these; the link needs one of their names:`,
    zh: (part: string) => `这一页没有名为“${part}”的实验。可选的有以下几个，链接里要写其中之一：`,
  },
  none: { en: 'This page has no experiment to show.', zh: '这一页没有可以展示的实验。' },
};

/** Every part of the page that has a name, once its text is there; the prose comes late. */
const namesOf = (): readonly string[] => [...document.querySelectorAll('main .experiment[id]')].map(({ id }) => id);

export function MissingPart({ part }: { readonly part?: string | undefined }) {
  const language = useLanguage();
  const names = namesOf();
  return (
    <div role="alert" className="notice">
      <p>{part && names.length > 0 ? words.missing[language](part) : words.none[language]}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
