/**
 * What a page and the experiment that it shows in a frame tell each other. README.md beside this file documents it for
 * whoever writes the page.
 */

/** From the experiment: how high its content is, in CSS pixels. */
export interface HeightMessage {
  readonly type: 'residual-lab:height';
  readonly height: number;
}
/** From the experiment: what its run is doing. */
export interface StatusMessage {
  readonly type: 'residual-lab:status';
  readonly status: string;
}
/** From the page. */
export type Order = 'run' | 'reset';

const orders: Readonly<Record<string, Order>> = { 'residual-lab:run': 'run', 'residual-lab:reset': 'reset' };

interface Heard {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}
interface Parent {
  readonly window: unknown;
  /** Where the browser tells it. */
  readonly origin?: string | undefined;
}

/**
 * What a message asks for; none unless it comes from the very window that embeds this page.
 * @param parent the embedding window; none where the page is not embedded
 */
export function orderOf({ data, origin, source }: Heard, parent: Parent | undefined): Order | undefined {
  if (!parent || source !== parent.window) return undefined;
  if (parent.origin !== undefined && origin !== parent.origin) return undefined;
  if (typeof data !== 'object' || data === null || !('type' in data) || typeof data.type !== 'string') return undefined;
  return Object.hasOwn(orders, data.type) ? orders[data.type] : undefined;
}

/** The window that embeds this one. */
export function parentOf(): { readonly window: Window; readonly origin?: string } | undefined {
  if (window.parent === window) return undefined;
  const origin = window.location.ancestorOrigins?.[0];
  return { window: window.parent, ...(origin && origin !== 'null' && { origin }) };
}
