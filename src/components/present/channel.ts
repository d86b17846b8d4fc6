/** What the projected window and the speaker's window tell each other. Both are pages of this origin in one browser. */
import * as z from 'zod/mini';

const acts = ['next', 'previous', 'first', 'last', 'run', 'reset', 'predict', 'enlarge', 'blank'] as const;

const state = z.readonly(
  z.object({
    type: z.literal('state'),
    /** Path of the page that is shown. */
    path: z.string().check(z.regex(/^\/(?![/\\])/)),
    titles: z.readonly(z.array(z.string())),
    /** Place of the slide, from 0. */
    at: z.int().check(z.nonnegative()),
    /** Page of the slide, from 0, and how many there are. */
    page: z.int().check(z.nonnegative()),
    pages: z.int().check(z.positive()),
    blank: z.boolean(),
    /** When the talk began, in milliseconds since 1970. */
    began: z.number(),
  }),
);
const message = z.union([
  state,
  /** A window opened and asks where the talk stands. */
  z.readonly(z.object({ type: z.literal('hello') })),
  z.readonly(z.object({ type: z.literal('act'), act: z.enum(acts) })),
  z.readonly(z.object({ type: z.literal('go'), slide: z.int().check(z.nonnegative()) })),
  /** The clock begins anew. */
  z.readonly(z.object({ type: z.literal('restart') })),
  /** The projected window closed, or showed something else. */
  z.readonly(z.object({ type: z.literal('bye') })),
]);
export type Message = z.infer<typeof message>;
export type State = z.infer<typeof state>;
export type RemoteAct = (typeof acts)[number];

export interface Talk {
  readonly send: (message: Message) => void;
  readonly close: () => void;
}

/** Joins a talk. Browsers without channels present all the same, alone. @param hear told of each message that is one */
export function joinTalk(talk: string, hear: (message: Message) => void): Talk {
  if (typeof BroadcastChannel === 'undefined') return { send: () => {}, close: () => {} };
  const channel = new BroadcastChannel(`residual-lab.talk.${talk}`);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const read = z.safeParse(message, data);
    if (read.success) hear(read.data);
  };
  return { send: (said) => channel.postMessage(said), close: () => channel.close() };
}

const key = 'residual-lab.talk';

const fresh = () => Math.random().toString(36).slice(2, 10);
function keep(talk: string): string {
  try {
    sessionStorage.setItem(key, talk);
  } catch {
    // Without a memory it is another talk after a reload.
  }
  return talk;
}

/** The name of this window's talk: the same after a reload. */
export function talkOf(): string {
  try {
    return keep(sessionStorage.getItem(key) ?? fresh());
  } catch {
    return fresh();
  }
}
/** Another name, for a window that was opened as a copy of one in which the talk goes on. */
export const anotherTalk = (): string => keep(fresh());
