import { operationsIn } from '../support/documents.ts';
import { contractStory } from '../support/contract-story.ts';
import { startWorld } from '../support/world.ts';

contractStory(operationsIn('schema/examples.graphql'), await startWorld());
