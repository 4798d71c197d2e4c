import { inspect } from 'node:util';
import { describe, expect, it, jest } from '@jest/globals';
import { connect, EventStoreAddressError } from './connect.js';

describe('connect', () => {
  it.each([
    'esdb://127.0.0.1:2113?tls=false',
    'esdb://ayu:se%40cret@db.example:2113?tls=true&connectionName=orders',
    'esdb://a.example:2113,b.example:2113,c.example:2113?nodePreference=leader',
    'esdb+discover://ayu:secret@cluster.example/?keepaliveinterval=20000',
  ])('takes %s', (address) => {
    expect(connect(address)).toBeDefined();
  });

  it.each([
    ['esdb://ayu:s3cr@t@db.example:2113', 'of the form'],
    ['esdb://ayu:s3cr#t@db.example:2113', 'of the form'],
    ['esdb://ayu:s3cr@db.example:port', 'port number'],
    ['esdb://ayu:s3cr@db.example?tlsVerifyCert=false', '"tlsVerifyCert"'],
    ['esdb://ayu:s3cr@db.example?throwOnAppendFailure=false', '"throwOnAppendFailure"'],
    ['esdb://ayu:s3cr@db.example?tls=perhaps', 'true or false'],
    ['esdb://ayu:s3cr@db.example?tlsCAFile=/nowhere/ca.pem', 'File was not found'],
  ])('refuses %s, and keeps the password to itself', (address, reason) => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    let refusal: unknown;
    try {
      connect(address);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(EventStoreAddressError);
    expect((refusal as Error).message).toContain(reason);
    expect(inspect(refusal)).not.toContain('s3cr');
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});
