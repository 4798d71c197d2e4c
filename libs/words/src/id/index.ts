import { type english } from '../en/index.js';
import { caseNotices } from './case-notices.js';
import { caseTimeline } from './case-timeline.js';
import { forms } from './forms.js';
import { mails } from './mails.js';
import { notices } from './notices.js';
import { problems } from './problems.js';
import { reasons } from './reasons.js';
import { refusals } from './refusals.js';
import { statuses } from './statuses.js';
import { timeline } from './timeline.js';
import { tracking } from './tracking.js';

export const indonesian: Readonly<Record<keyof typeof english, string>> = {
  ...caseNotices,
  ...caseTimeline,
  ...forms,
  ...mails,
  ...notices,
  ...problems,
  ...reasons,
  ...refusals,
  ...statuses,
  ...timeline,
  ...tracking,
};
