/** Writes a page as HTML at build time. */
import { text } from 'node:stream/consumers';
import { StrictMode } from 'react';
import { prerenderToNodeStream } from 'react-dom/static';
import { StaticRouter } from 'react-router';
import { App } from './App.tsx';
import { RunDrawings } from './components/experiment/RunDrawings.tsx';
import { RecordingsAtBuild } from './components/experiment/recordings.tsx';
import * as model from './model/recording.ts';

export { langTag } from './i18n/language.ts';
export { shell } from './i18n/strings/shell.ts';
export { recordingJobs } from './pages/recordings.ts';
export { missingPages, type Page, pages } from './routes.ts';

/**
 * The markup of the page at this path, prose included.
 * @param path from the root of the course, such as /en/
 * @param recordings files by name, drawn for readers without scripts
 * @throws what any component threw: a page that is not whole must not be written.
 */
export async function render(path: string, recordings: ReadonlyMap<string, ArrayBuffer>): Promise<string> {
  const base = import.meta.env.BASE_URL;
  const errors: unknown[] = [];
  const { prelude } = await prerenderToNodeStream(
    <StrictMode>
      <StaticRouter basename={base} location={base.replace(/\/$/, '') + path}>
        <RecordingsAtBuild value={{ files: recordings, model, Drawings: RunDrawings }}>
          <App />
        </RecordingsAtBuild>
      </StaticRouter>
    </StrictMode>,
    {
      // Otherwise React moves large parts to the end of the page and back by a script, which readers without scripts lack.
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      onError: (error) => {
        errors.push(error);
      },
    },
  );
  const html = await text(prelude);
  if (errors.length > 0) throw errors[0];
  return html;
}
