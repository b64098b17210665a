import { RequestRefused } from './graphql-client.ts';

/** What every mutation answers: its success, or a user error with a message. */
export interface MutationResult {
  readonly __typename: string;
  readonly message?: string;
}

/** The success inside a mutation's answer; throws `RequestRefused` with the server's own words for anything else. */
export function successOf<Success>(result: MutationResult): Success {
  if (!result.__typename.endsWith('Success')) throw new RequestRefused(result.message ?? result.__typename);
  return result as Success;
}

export const registerMemberDocument = /* GraphQL */ `
  mutation RegisterMember($input: RegisterMemberInput!) {
    registerMember(input: $input) {
      __typename
      ... on RegisterMemberSuccess {
        token
      }
      ... on UserError {
        message
      }
    }
  }
`;

export const logInDocument = /* GraphQL */ `
  mutation LogIn($input: LogInInput!) {
    logIn(input: $input) {
      __typename
      ... on LogInSuccess {
        token
      }
      ... on UserError {
        message
      }
    }
  }
`;

export const createTranscriptDocument = /* GraphQL */ `
  mutation CreateTranscript($input: CreateTranscriptInput!) {
    createTranscript(input: $input) {
      __typename
      ... on CreateTranscriptSuccess {
        transcript {
          id
          title
          shareCode
          status
        }
      }
      ... on UserError {
        message
      }
    }
  }
`;

export const roomDocument = /* GraphQL */ `
  query Room($id: ID!) {
    transcript(id: $id) {
      id
      title
      shareCode
      status
    }
  }
`;

export const startLiveDocument = /* GraphQL */ `
  mutation StartLive($input: StartLiveInput!) {
    startLive(input: $input) {
      __typename
      ... on UserError {
        message
      }
    }
  }
`;

export const endLiveDocument = /* GraphQL */ `
  mutation EndLive($input: EndLiveInput!) {
    endLive(input: $input) {
      __typename
      ... on EndLiveSuccess {
        minutes
        pointsSpent
      }
      ... on UserError {
        message
      }
    }
  }
`;

export const showDraftDocument = /* GraphQL */ `
  mutation ShowDraft($input: ShowDraftInput!) {
    showDraft(input: $input) {
      __typename
    }
  }
`;

export const appendSegmentDocument = /* GraphQL */ `
  mutation AppendSegment($input: AppendSegmentInput!) {
    appendSegment(input: $input) {
      __typename
      ... on AppendSegmentSuccess {
        segment {
          id
          seq
          text
          speaker
        }
      }
      ... on UserError {
        message
      }
    }
  }
`;
