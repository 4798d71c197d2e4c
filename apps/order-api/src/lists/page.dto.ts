import { PageSize } from '../fields/value-fields.js';

/** How much of a list is asked for. */
export class PageDto {
  @PageSize()
  limit = 20;
}
