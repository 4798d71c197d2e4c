import { maxHeaderSize, STATUS_CODES } from 'node:http';
import { type Socket } from 'node:net';
import { english } from '@app/words';
import { problem, type ProblemError } from './problem.js';

/** What Node's errors mean for the sender; any other is about the request's form. */
const problems: Readonly<Record<string, ProblemError>> = {
  ERR_HTTP_REQUEST_TIMEOUT: problem(408, 'request-timeout', {}),
  HPE_HEADER_OVERFLOW: problem(431, 'headers-too-large', { most: maxHeaderSize / 1024 }),
};

/** Answers what is no request that Node can read, in English as its headers are unknown, and closes the connection. */
export function answerUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const answer = problems[error.code ?? ''] ?? problem(400, 'malformed-request', {});
  const { instance: _, ...unplaced } = answer.toProblem('', english);
  const body = JSON.stringify(unplaced);
  const head = [
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}`,
    'content-type: application/problem+json',
    'content-language: en',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
