/** Where the course stands: its folders here, and its address on the net. */
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
/** Where the built course goes. */
export const dist = join(root, process.env.OUT_DIR ?? 'dist');
/** The path that the course is served under, with a slash at both ends. */
export const base = process.env.BASE_PATH ?? '/';
/** Scheme and host that absolute addresses begin with. */
export const siteUrl = (process.env.SITE_URL ?? 'http://localhost:4173').replace(/\/$/, '');

if (!/^\/(?:[\w.-]+\/)*$/.test(base)) throw new Error(`BASE_PATH=${base} must begin and end with a slash.`);
