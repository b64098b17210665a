export { viewersFeature } from './viewers.feature.ts';
export { whyBarred, type Barred } from './door-states.queries.ts';
export { embedOriginsOf } from './door.queries.ts';
export type {} from './door.events.ts';
export { grantsFor } from './viewer-grants.ts';
export { noteVisit } from './visits.service.ts';
export { viewTokens } from './view-cookie.ts';
