import path from 'node:path';
import { operationsIn } from '../support/documents.ts';
import { contractStory } from '../support/contract-story.ts';
import { startWorld } from '../support/world.ts';

const shared = process.env['SCRIBECAST_SHARED'];
if (!shared) throw new Error('SCRIBECAST_SHARED must name the folder that holds contract/core.graphql.');

contractStory(operationsIn(path.join(shared, 'contract/core.graphql')), await startWorld());
