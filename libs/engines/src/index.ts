export { Engines, openEngines } from './engines.js';
export { EnginesModule } from './engines.module.js';
