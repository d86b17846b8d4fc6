/** The code of what is built, in three libraries: tabs, copy, download. The lines of the chosen layer stand out. */
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { keras } from '../../model/blocks/code/keras.ts';
import { type Line, textOf } from '../../model/blocks/code/listing.ts';
import { pytorch } from '../../model/blocks/code/pytorch.ts';
import { tensorflowjs } from '../../model/blocks/code/tensorflowjs.ts';
import type { Block } from '../../model/blocks/graph.ts';
import type { Trace } from '../../model/blocks/trace.ts';
import { useBuilder } from './useBuilder.ts';

const libraries = [
  { key: 'tfjs', name: 'TensorFlow.js', file: 'block.mjs', write: tensorflowjs },
  { key: 'keras', name: 'Keras 3', file: 'block_keras.py', write: keras },
  { key: 'pytorch', name: 'PyTorch', file: 'block_pytorch.py', write: pytorch },
] as const;

interface CodeProps {
  readonly block: Block;
  readonly traced: Trace;
  /** Name of the chosen layer. */
  readonly layer: string | undefined;
}

function download(text: string, file: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function Code({ block, traced, layer }: CodeProps) {
  const { t } = useBuilder();
  const id = useId();
  const tabs = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [said, setSaid] = useState('');
  const { key, name, file, write } = libraries[at] ?? libraries[0];
  const lines: readonly Line[] | undefined = traced.problem ? undefined : write(block, traced);
  const go = (to: number) => {
    setAt(to);
    setSaid('');
    tabs.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const last = libraries.length - 1;
    const to = {
      ArrowRight: (at + 1) % libraries.length,
      ArrowLeft: (at + last) % libraries.length,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const copy = async () => {
    if (!lines) return;
    try {
      await navigator.clipboard.writeText(textOf(lines));
      setSaid(t('copied'));
    } catch {
      setSaid(t('notCopied'));
    }
  };
  return (
    <section className="code" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('code')}</h2>
      <div className="code-bar">
        <div role="tablist" aria-label={t('language')} ref={tabs} onKeyDown={press}>
          {libraries.map((library, index) => (
            <button
              key={library.key}
              type="button"
              role="tab"
              id={`${id}-${library.key}`}
              aria-selected={index === at}
              aria-controls={`${id}-panel`}
              tabIndex={index === at ? 0 : -1}
              onClick={() => go(index)}
            >
              {library.name}
            </button>
          ))}
        </div>
        <button type="button" className="quiet" disabled={!lines} onClick={copy}>
          {t('copy')}
        </button>
        <button
          type="button"
          className="quiet"
          disabled={!lines}
          onClick={() => lines && download(textOf(lines), file)}
        >
          {t('download')}
        </button>
        <span role="status">{said}</span>
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${key}`} tabIndex={0} className="code-panel">
        {lines ? (
          <pre data-library={name}>
            <code>
              {lines.map(({ text, layer: made }, index) => (
                // A line has no name; its place is what it is.
                <span key={index} className={made !== undefined && made === layer ? 'code-chosen' : undefined}>
                  {`${text}\n`}
                </span>
              ))}
            </code>
          </pre>
        ) : (
          <p className="hint">{t('codeWaits')}</p>
        )}
      </div>
    </section>
  );
}
