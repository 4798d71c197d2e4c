export { type Partner, type PartnerNames } from './partner.js';
export { partnerResource } from './partner-resource.js';
export { Partners, type SetNamesRequest } from './partners.js';
