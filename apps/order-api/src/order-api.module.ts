import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { Engines, needEngines } from '@app/engines';
import { roles } from '@app/ordering';
import { AuthenticationGuard, openTokenVerifier, Readiness, TokenVerifier } from '@app/platform';
import { BatchController } from './batch/batch.controller.js';
import { BuyersController } from './buyers/buyers.controller.js';
import { CasesController } from './cases/cases.controller.js';
import { CheckoutsController } from './checkouts/checkouts.controller.js';
import { IssueOrderCommandHandler } from './commands/issue-order-command.js';
import { orderCommandsControllers } from './commands/order-commands.controller.js';
import { CouponsController } from './coupons/coupons.controller.js';
import { DocsController } from './docs/docs.controller.js';
import { ExportController } from './export/export.controller.js';
import { ChangedOrdersController } from './lists/changed-orders.controller.js';
import { NoticePreferencesController } from './notices/notice-preferences.controller.js';
import { OffersController } from './offers/offers.controller.js';
import { OrdersController } from './orders/orders.controller.js';
import { partnersControllers } from './partners/partners.controller.js';
import { SellerPolicyController } from './policies/seller-policy.controller.js';
import { QuotesController } from './quotes/quotes.controller.js';
import { ReputationController } from './sellers/reputation.controller.js';
import { SellersController } from './sellers/sellers.controller.js';
import { ShipmentsController } from './shipments/shipments.controller.js';
import { StockController } from './stock/stock.controller.js';
import { SubscriptionsController } from './subscriptions/subscriptions.controller.js';
import { EventReceiver } from './webhooks/event-receiver.js';
import { IncomingWebhookMetrics } from './webhooks/webhook.metrics.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

/** The HTTP door to orders. Whoever comes in needs a token, on every route of the app that is not open. */
@Module({
  imports: [CqrsModule],
  controllers: [
    ...orderCommandsControllers,
    OrdersController,
    BuyersController,
    ChangedOrdersController,
    CasesController,
    SellersController,
    CouponsController,
    StockController,
    OffersController,
    QuotesController,
    CheckoutsController,
    WebhooksController,
    ...partnersControllers,
    NoticePreferencesController,
    SellerPolicyController,
    ReputationController,
    BatchController,
    ShipmentsController,
    ExportController,
    SubscriptionsController,
    DocsController,
  ],
  providers: [
    { provide: APP_GUARD, useClass: AuthenticationGuard },
    {
      provide: TokenVerifier,
      inject: [Engines],
      useFactory: ({ settings }: Engines) => openTokenVerifier(settings, roles),
    },
    EventReceiver,
    IncomingWebhookMetrics,
    IssueOrderCommandHandler,
  ],
})
export class OrderApiModule {
  /** Commands need the event log alone; questions that the database cannot answer are answered with 503 one by one. */
  constructor(readiness: Readiness, engines: Engines) {
    needEngines(readiness, engines, 'event log');
  }
}
