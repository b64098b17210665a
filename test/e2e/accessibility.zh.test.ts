import { startWorld } from '../support/world.ts';
import { inspectEverything } from './accessibility.ts';
import { openTheatre } from './scene.ts';

const world = await startWorld();
const { scene } = openTheatre();

scene(
  'axe finds nothing on any page in Chinese, light or dark, wide or on a phone, and nothing scrolls sideways',
  (stage) => inspectEverything(stage, world, 'zh-CN'),
  360_000,
);
