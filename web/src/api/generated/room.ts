// Written by scripts/generate-web-types.ts: change operations/*.graphql instead.

import type { TypedDocument } from '../client.ts';
import type * as T from './types.ts';

export const RoomStartDocument = "query RoomStart{me{defaultViewPasswordSet cardPoints{balance}live:transcripts(first:5 status:LIVE){edges{node{...UnfinishedTranscript}}}ready:transcripts(first:5 status:READY){edges{node{...UnfinishedTranscript}}}ended:transcripts(first:3 status:ENDED){edges{node{...UnfinishedTranscript}}}}}fragment UnfinishedTranscript on Transcript{id title status visibility updatedAt characterCount}" as TypedDocument<T.RoomStartQuery, T.RoomStartQueryVariables>;

export const CreateTranscriptDocument = "mutation CreateTranscript($input:CreateTranscriptInput!){createTranscript(input:$input){__typename ...on CreateTranscriptSuccess{viewPassword transcript{id}}...on UserError{message}...on InvalidInput{field limit}}}" as TypedDocument<T.CreateTranscriptMutation, T.CreateTranscriptMutationVariables>;

export const ImportTranscriptDocument = "mutation ImportTranscript($input:ImportTranscriptInput!){importTranscript(input:$input){__typename ...on ImportTranscriptSuccess{segmentCount transcript{id title characterCount segments(first:3){edges{node{id speaker text}}}}}...on UserError{message}...on InvalidInput{field limit}}}" as TypedDocument<T.ImportTranscriptMutation, T.ImportTranscriptMutationVariables>;

export const RoomMeterDocument = "query RoomMeter($id:ID!){me{cardPoints{balance debt}}transcript(id:$id){shareCode viewPasswordSet liveSession{startedAt firstSegmentAt minutes pointsSpent}}}" as TypedDocument<T.RoomMeterQuery, T.RoomMeterQueryVariables>;

export const RoomNewsDocument = "subscription RoomNews{memberFeed{__typename ...on BalanceChanged{balance debt}}}" as TypedDocument<T.RoomNewsSubscription, T.RoomNewsSubscriptionVariables>;

export const StartLiveDocument = "mutation StartLive($input:StartLiveInput!){startLive(input:$input){__typename ...on StartLiveSuccess{transcript{id}}...on UserError{message}...on InsufficientPoints{balance}}}" as TypedDocument<T.StartLiveMutation, T.StartLiveMutationVariables>;

export const EndLiveDocument = "mutation EndLive($input:EndLiveInput!){endLive(input:$input){__typename ...on EndLiveSuccess{minutes pointsSpent transcript{id characterCount segmentCount visibility}}...on UserError{message}}}" as TypedDocument<T.EndLiveMutation, T.EndLiveMutationVariables>;

export const RenameRoomDocument = "mutation RenameRoom($input:RenameTranscriptInput!){renameTranscript(input:$input){__typename ...on UserError{message}}}" as TypedDocument<T.RenameRoomMutation, T.RenameRoomMutationVariables>;

export const SetRoomVisibilityDocument = "mutation SetRoomVisibility($input:SetVisibilityInput!){setVisibility(input:$input){__typename ...on UserError{message}}}" as TypedDocument<T.SetRoomVisibilityMutation, T.SetRoomVisibilityMutationVariables>;

export const SetRoomViewPasswordDocument = "mutation SetRoomViewPassword($input:SetViewPasswordInput!){setViewPassword(input:$input){__typename ...on SetViewPasswordSuccess{viewPassword viewersSignedOut}...on UserError{message}...on InvalidInput{field limit}}}" as TypedDocument<T.SetRoomViewPasswordMutation, T.SetRoomViewPasswordMutationVariables>;
