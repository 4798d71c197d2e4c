export { continued, inSpan, linksTo, traceparent, tracer } from './spans.js';
