import { SetMetadata } from '@nestjs/common';

export const openRoute = Symbol('open route');

/** Lets everybody in, without a token. Every route that does not say so needs one. */
export const OpenRoute = () => SetMetadata(openRoute, true);
