export { awaitEngines } from './await-engines.js';
export { ConsumerMetrics, ConsumerMetricsModule } from './consumer.metrics.js';
export { Engines, openEngines } from './engines.js';
export { EnginesModule } from './engines.module.js';
export { runApp } from './run-app.js';
