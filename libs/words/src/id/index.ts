import { type english } from '../en/index.js';
import { caseNotices } from './case-notices.js';
import { mails } from './mails.js';
import { notices } from './notices.js';
import { reasons } from './reasons.js';
import { statuses } from './statuses.js';
import { tracking } from './tracking.js';

export const indonesian: Readonly<Record<keyof typeof english, string>> = {
  ...caseNotices,
  ...mails,
  ...notices,
  ...reasons,
  ...statuses,
  ...tracking,
};
