import { startWorld } from '../support/world.ts';
import { inspectWing } from './accessibility.ts';
import { openTheatre } from './scene.ts';

const world = await startWorld();
const { scene } = openTheatre();

scene(
  'axe finds nothing in the office and the console, in Chinese, light or dark, wide or on a phone, and nothing scrolls sideways',
  (stage) => inspectWing(stage, world, { wing: 'office', language: 'zh-CN' }),
  360_000,
);
