import { Injectable } from '@nestjs/common';

/** What time it is; a test gives another one that it can move. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
