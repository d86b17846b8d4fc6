/** The picture of the notes and the code of the notes, side by side: two different blocks. Drawn from the model of blocks. */
import { BlockDiagram } from '../../components/diagrams/BlockDiagram.tsx';
import type { Bilingual } from '../../components/prose/LessonState.tsx';
import { useLanguage } from '../../components/prose/language.ts';
import { basicBlock, identityBlock } from '../../model/blocks/families.ts';

const words = {
  picture: { en: 'The picture: two layers', zh: '图上：两层' },
  code: { en: 'The code: three layers, a bottleneck', zh: '代码里：三层，瓶颈结构' },
} satisfies Record<string, Bilingual>;

const blocks = [
  { key: 'picture', block: basicBlock(64, 2, 'a'), input: [56, 56, 64] },
  { key: 'code', block: identityBlock(3, [64, 64, 256], 2, 'a'), input: [56, 56, 256] },
] as const;

export function Figure() {
  const language = useLanguage();
  return (
    <figure className="figure two-blocks">
      {blocks.map(({ key, block, input }) => (
        <div key={key}>
          <BlockDiagram block={block} input={input} />
          <p>{words[key][language]}</p>
        </div>
      ))}
    </figure>
  );
}
