import { Param, type PipeTransform } from '@nestjs/common';
import { idPattern } from '../fields/text-fields.js';
import { problem } from '../problems/problem.js';

const sellerIdPipe: PipeTransform<string> = {
  transform(id) {
    if (!idPattern.test(id)) throw problem('account-not-found', { role: 'seller' });
    return id;
  },
};

/** The seller's id in the path, as a parameter of a controller's method. What is no id is nobody's. */
export const SellerId = () => Param('id', sellerIdPipe);
