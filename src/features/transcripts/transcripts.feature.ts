import type { Feature } from '../../platform/feature.ts';
import { LiveSessionEntity } from './live-session.entity.ts';
import { RoomsResolver } from './rooms.resolver.ts';
import {
  SegmentHistoryResolver,
  TranscriptAsOfResolver,
  TranscriptHistoryResolver,
} from './segments/history.resolver.ts';
import { SegmentActsResolver } from './segments/segment-acts.resolver.ts';
import { SegmentActEntity } from './segments/segment-act.entity.ts';
import { SegmentEntity } from './segments/segment.entity.ts';
import { TranscriptEntity } from './transcript.entity.ts';
import { binJob, meterJob } from './transcripts.job.ts';
import {
  MemberTranscriptsResolver,
  TranscriptFieldsResolver,
  TranscriptsResolver,
} from './transcripts.resolver.ts';

export const transcriptsFeature: Feature = {
  name: 'transcripts',
  entities: [TranscriptEntity, SegmentEntity, SegmentActEntity, LiveSessionEntity],
  resolvers: [
    TranscriptsResolver,
    TranscriptFieldsResolver,
    MemberTranscriptsResolver,
    RoomsResolver,
    SegmentActsResolver,
    SegmentHistoryResolver,
    TranscriptHistoryResolver,
    TranscriptAsOfResolver,
  ],
  jobs: [meterJob, binJob],
};
