import { createHash } from 'node:crypto';

/** The fingerprint of a request. Two requests are the same when their JSON is: build them with fixed key order. */
export const requestHash = (request: unknown): Buffer =>
  createHash('sha256').update(JSON.stringify(request)).digest();
