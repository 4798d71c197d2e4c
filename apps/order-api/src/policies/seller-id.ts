import { Param, type PipeTransform } from '@nestjs/common';
import { ProblemError } from '@app/platform';
import { idPattern } from '../fields/text-fields.js';

const sellerIdPipe: PipeTransform<string> = {
  transform(id) {
    if (!idPattern.test(id)) throw new ProblemError(404, 'account-not-found', 'There is no such seller.');
    return id;
  },
};

/** The seller's id in the path, as a parameter of a controller's method. What is no id is nobody's. */
export const SellerId = () => Param('id', sellerIdPipe);
