/** The command's name says it all: no body, or an empty object. */
export class NoFieldsDto {}
