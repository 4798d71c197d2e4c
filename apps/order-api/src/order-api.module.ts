import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { Engines, needEngines } from '@app/engines';
import { roles } from '@app/ordering';
import { AuthenticationGuard, openTokenVerifier, Readiness, TokenVerifier } from '@app/platform';
import { BatchController } from './batch/batch.controller.js';
import { BuyerOrderCountsHandler } from './buyers/buyer-order-counts.query.js';
import { BuyerOrdersHandler } from './buyers/buyer-orders.query.js';
import { BuyerSpendingHandler } from './buyers/buyer-spending.query.js';
import { BuyersController } from './buyers/buyers.controller.js';
import { IssueOrderCommandHandler } from './commands/issue-order-command.js';
import { PreviewOrderCommandHandler } from './commands/preview-order-command.js';
import { OrderCommandsController } from './commands/order-commands.controller.js';
import { CouponsController } from './coupons/coupons.controller.js';
import { ExportController } from './export/export.controller.js';
import { DocsController } from './docs/docs.controller.js';
import { ChooseNoticesHandler } from './notices/choose-notices.command.js';
import { NoticePreferencesController } from './notices/notice-preferences.controller.js';
import { NoticePreferencesHandler } from './notices/notice-preferences.query.js';
import { NoticesHandler } from './notices/notices.query.js';
import { OrderDetailHandler } from './orders/order-detail.query.js';
import { OrderHistoryHandler } from './orders/order-history.query.js';
import { OrderMessagesHandler } from './orders/order-messages.query.js';
import { OrderTrackingHandler } from './orders/order-tracking.query.js';
import { OrdersController } from './orders/orders.controller.js';
import { SellerPolicyController } from './policies/seller-policy.controller.js';
import { SellerPolicyHandler } from './policies/seller-policy.query.js';
import { SetSellerPolicyHandler } from './policies/set-seller-policy.js';
import { QuotesController } from './quotes/quotes.controller.js';
import { ReputationController } from './sellers/reputation.controller.js';
import { SellerOrderCountsHandler } from './sellers/seller-order-counts.query.js';
import { SellerOrdersHandler } from './sellers/seller-orders.query.js';
import { SellerRatingHandler } from './sellers/seller-rating.query.js';
import { SellerReviewsHandler } from './sellers/seller-reviews.query.js';
import { SellersController } from './sellers/sellers.controller.js';
import { AddWebhookHandler, RemoveWebhookHandler } from './subscriptions/subscription.commands.js';
import { StockController } from './stock/stock.controller.js';
import { SubscriptionsController } from './subscriptions/subscriptions.controller.js';
import { WebhooksHandler } from './subscriptions/subscriptions.query.js';
import { EventReceiver } from './webhooks/event-receiver.js';
import { WebhookMetrics } from './webhooks/webhook.metrics.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

const commandHandlers = [
  IssueOrderCommandHandler,
  ChooseNoticesHandler,
  SetSellerPolicyHandler,
  AddWebhookHandler,
  RemoveWebhookHandler,
];
const queryHandlers = [
  PreviewOrderCommandHandler,
  OrderDetailHandler,
  OrderHistoryHandler,
  OrderTrackingHandler,
  OrderMessagesHandler,
  BuyerOrdersHandler,
  BuyerOrderCountsHandler,
  BuyerSpendingHandler,
  SellerOrdersHandler,
  SellerOrderCountsHandler,
  SellerRatingHandler,
  SellerReviewsHandler,
  NoticesHandler,
  NoticePreferencesHandler,
  SellerPolicyHandler,
  WebhooksHandler,
];

/** The HTTP door to orders. Whoever comes in needs a token, on every route of the app that is not open. */
@Module({
  imports: [CqrsModule],
  controllers: [
    OrderCommandsController,
    OrdersController,
    BuyersController,
    SellersController,
    CouponsController,
    StockController,
    QuotesController,
    WebhooksController,
    NoticePreferencesController,
    SellerPolicyController,
    ReputationController,
    BatchController,
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
    WebhookMetrics,
    ...commandHandlers,
    ...queryHandlers,
  ],
})
export class OrderApiModule {
  /** Commands need the event log alone; questions that the database cannot answer are answered with 503 one by one. */
  constructor(readiness: Readiness, engines: Engines) {
    needEngines(readiness, engines, 'event log');
  }
}
