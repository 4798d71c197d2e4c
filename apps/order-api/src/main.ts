import { runApp } from '@app/engines';
import { createApi } from './create-api.js';
import { OrderApiModule } from './order-api.module.js';

await runApp(OrderApiModule, createApi);
