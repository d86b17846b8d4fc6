/** Why the block does not fit together, and what would make it fit: each cure is one press. */
import { cured } from '../../model/blocks/cures.ts';
import { shapeText } from '../../model/blocks/graph.ts';
import type { Problem } from '../../model/blocks/trace.ts';
import { type Design, withBlock } from './design.ts';
import { useBuilder } from './useBuilder.ts';

interface TroubleProps {
  readonly problem: Problem | undefined;
  readonly design: Design;
  readonly onChange: (next: Design) => void;
}

export function Trouble({ problem, design, onChange }: TroubleProps) {
  const { t } = useBuilder();
  return (
    <div role="status" className="trouble">
      {problem && (
        <div className="notice" data-problem={problem.kind}>
          <p>
            <strong>{t(problem.kind)}</strong>
          </p>
          {problem.kind === 'unfit' ? (
            <p>{t(`unfit.${problem.reason}`, { layer: problem.layer, shape: shapeText(problem.input) })}</p>
          ) : (
            <p>
              {t('mismatchWhy', {
                main: shapeText(problem.main),
                shortcut: shapeText(problem.shortcut),
                layer: problem.layer,
              })}
            </p>
          )}
          {problem.kind === 'mismatch' && problem.cures.length > 0 && (
            <>
              <p id="cures">{t('cures')}</p>
              <ul aria-labelledby="cures">
                {problem.cures.map((cure) => {
                  const change = cure.changes[0];
                  const projected = cure.shortcut?.kind === 'projection' ? cure.shortcut : undefined;
                  return (
                    <li key={cure.key}>
                      <button
                        type="button"
                        data-cure={cure.key}
                        onClick={() => onChange(withBlock(design, cured(design.block, cure)))}
                      >
                        {t(`cure.${cure.key}`, {
                          layer: change?.layer,
                          filters: projected?.filters ?? change?.filters,
                          stride: projected?.stride,
                        })}
                      </button>
                    </li>
                  );
                })}
              </ul>
            </>
          )}
        </div>
      )}
    </div>
  );
}
