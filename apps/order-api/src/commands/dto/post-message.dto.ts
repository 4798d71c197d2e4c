import { longestText } from '@app/ordering';
import { Note } from '../../fields/text-fields.js';

/** Words to the others of the order. */
export class PostMessageDto {
  @Note({ maxLength: longestText, description: 'Kept with the order, without the blanks around it.' })
  text: string;
}

export const postMessageExample: PostMessageDto = { text: 'Is the larger size in stock?' };
