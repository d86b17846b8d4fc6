import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import 'katex/dist/katex.min.css';
import './styles/main.css';
import './components/charts/charts.css';
import { App } from './App.tsx';

const container = document.querySelector<HTMLElement>('#root');
if (!container) throw new Error('index.html has no #root');

const course = (
  <StrictMode>
    <BrowserRouter basename={import.meta.env.BASE_URL}>
      <App />
    </BrowserRouter>
  </StrictMode>
);

// The missing page was written for no address in particular, so its links are drawn anew for the one asked for.
if (container.firstElementChild && !('missing' in container.dataset)) hydrateRoot(container, course);
else createRoot(container).render(course);
