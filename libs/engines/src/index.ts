export { awaitEngines } from './await-engines.js';
export { ConsumerMetrics, ConsumerMetricsModule } from './consumer.metrics.js';
export { type EngineLog, Engines, openEngines } from './engines.js';
export { EnginesModule } from './engines.module.js';
export { needEngines } from './need-engines.js';
export { runApp } from './run-app.js';
