/** The lines that another page copies to show an experiment of the course. */

interface Wanted {
  /** Address of the page that the experiment is on, without a query. */
  readonly page: string;
  /** Id of the live part. */
  readonly part: string;
  /** What is trained, as a query; empty for what the page starts with. */
  readonly query: string;
  /** Names of the controls to show; all where it is left out. */
  readonly controls?: readonly string[];
  /** The preset that a sweep begins with. */
  readonly preset?: string;
  readonly title: string;
}

/** The address of the experiment as a guest. */
export function guestAddress({ page, part, query, controls, preset }: Omit<Wanted, 'title'>): string {
  const pairs = [
    'embed',
    `part=${encodeURIComponent(part)}`,
    ...(controls ? [`controls=${controls.join(',')}`] : []),
    ...(preset ? [`preset=${encodeURIComponent(preset)}`] : []),
    query,
  ];
  return `${page}?${pairs.filter(Boolean).join('&')}`;
}

/** The address of the page itself, with these controls alone. */
export function pageAddress({ page, query, controls }: Omit<Wanted, 'title' | 'part' | 'preset'>): string {
  const pairs = [...(controls ? [`controls=${controls.join(',')}`] : []), query].filter(Boolean);
  return page + (pairs.length > 0 ? `?${pairs.join('&')}` : '');
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A frame, and the script that gives it the height that the experiment asks for. */
export function snippetOf(wanted: Wanted): string {
  const address = guestAddress(wanted);
  const { origin } = new URL(address);
  return `<iframe src="${escaped(address)}" title="${escaped(wanted.title)}" width="100%" height="720" style="border:0" loading="lazy"></iframe>
<script>
  addEventListener('message', ({ data, origin, source }) => {
    if (origin !== '${origin}' || data?.type !== 'residual-lab:height') return;
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.style.height = data.height + 'px';
  });
</script>`;
}
