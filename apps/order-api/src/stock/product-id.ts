import { Param, type PipeTransform } from '@nestjs/common';
import { ProblemError } from '@app/platform';
import { idPattern } from '../fields/text-fields.js';
import { problem } from '../problems/problem.js';

const productIdPipe: PipeTransform<string> = {
  transform(id) {
    if (!idPattern.test(id)) throw stockNotFound();
    return id;
  },
};

/** The product's id in the path, as a parameter of a controller's method. Of what is no id, no stock is kept. */
export const ProductId = () => Param('product', productIdPipe);

export const stockNotFound = (): ProblemError => problem('stock-not-found', {});
