import { raceClaims } from '../src/lessons/09-build-a-block/raceClaims.ts';
import { racer } from './races.ts';
const race = racer();
const no = () => Promise.reject(new Error('no'));
for (const c of raceClaims) { const t = process.cpuUsage().user, w = performance.now(); const { values, holds } = await c.run(no, no, race); console.log(c.id, holds, JSON.stringify(values, (_, v) => typeof v === 'number' ? Number(v.toPrecision(4)) : v), ((process.cpuUsage().user - t) / 1e6).toFixed(1), 's cpu', ((performance.now()-w)/1000).toFixed(1), 's wall'); }
