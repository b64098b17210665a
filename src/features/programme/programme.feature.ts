import type { Feature } from '../../platform/feature.ts';
import {
  ProgrammeContradictionResolver,
  ProgrammeResolver,
  ProgrammeVersionResolver,
} from './programme.resolver.ts';

/** The rules of the membership programme: versioned, validated together, read by every feature that has a figure. */
export const programmeFeature: Feature = {
  name: 'programme',
  // A version is one document that is written once and only read: it needs no object of its own.
  entities: [],
  resolvers: [ProgrammeResolver, ProgrammeVersionResolver, ProgrammeContradictionResolver],
};
