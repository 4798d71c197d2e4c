import { setTimeout } from 'node:timers/promises';
import { type PoolClient } from 'pg';
import { type Database, migrate, openDatabase } from '@app/database';
import {
  type EventStore,
  openEventStoreDb,
  PostgresEventStore,
  PrefixedEventStore,
  type Streams,
} from '@app/event-store';
import { LogIdentity } from '@app/followers';
import { OrderCommands, OrderLog } from '@app/order-log';
import { partnerResource, Partners } from '@app/partners';
import { type Settings, StartError } from '@app/platform';
import {
  CheckoutPayments,
  offerResource,
  Offers,
  OrderQuotes,
  QuoteMaker,
  quoteResource,
  Quotes,
} from '@app/quotes';
import { countCompletedOrders } from '@app/read-models';
import {
  CouponPricing,
  couponResource,
  Coupons,
  OrderReservations,
  type Resource,
  stockResource,
  Stocks,
} from '@app/reservations';
import { policyResource, SellerPolicies } from '@app/seller-policies';
import { KafkaStatusLog, PostgresStatusLog, type StatusLog } from '@app/status-events';
import { kafkaOptions } from './kafka-options.js';

/** Key of the advisory lock that says: the whole system runs on this embedded database ("ordr" in ASCII). */
const lockKey = 0x6f726472;

/** How long what is under way on the logs may take at the end, in ms: supervisors kill after 10 s. */
const closingMs = 3_000;

/** Takes what an operator should know: a sentence, and its facts where it has some. */
export type EngineLog = (message: string, facts?: Readonly<Record<string, unknown>>) => void;

type RememberedStreams = Pick<Streams<unknown, unknown, unknown, unknown>, 'prefix' | 'forget' | 'forgetAll'>;

/** What the system runs on, as the settings choose it. */
export class Engines {
  readonly orderLog: OrderLog;
  /** Ties the database to its event log. */
  readonly logIdentity: LogIdentity;
  readonly sellerPolicies: SellerPolicies;
  readonly partners: Partners;
  readonly orderCommands: OrderCommands;
  readonly coupons: Coupons;
  readonly couponPricing: CouponPricing;
  readonly stocks: Stocks;
  readonly offers: Offers;
  readonly quotes: Quotes;
  readonly orderQuotes: OrderQuotes;
  readonly quoteMaker: QuoteMaker;
  readonly checkoutPayments: CheckoutPayments;
  /** All kinds of streams of which this process remembers what it has read. */
  readonly streams: readonly RememberedStreams[];
  /** All that is followed beside orders: what there is only so much of, offers, policies and partners. */
  readonly resources: readonly Resource[];
  /** The connection that the claim on the data folder lives in. */
  private claim: PoolClient | undefined;
  /** The connection to the event log on which it was looked at last. */
  private verifiedOn: number | undefined;

  constructor(
    readonly settings: Settings,
    readonly database: Database,
    readonly eventStore: EventStore,
    readonly statusLog: StatusLog,
  ) {
    this.orderLog = new OrderLog(eventStore);
    this.logIdentity = new LogIdentity(database.pool, eventStore);
    eventStore.guard(() => this.logIdentity.verify());
    this.sellerPolicies = new SellerPolicies(eventStore);
    this.partners = new Partners(eventStore);
    this.coupons = new Coupons(eventStore);
    this.stocks = new Stocks(eventStore);
    this.offers = new Offers(eventStore);
    this.quotes = new Quotes(eventStore);
    this.streams = [
      this.orderLog,
      this.coupons,
      this.stocks,
      this.offers,
      this.quotes,
      this.sellerPolicies,
      this.partners,
    ];
    this.couponPricing = new CouponPricing(
      this.coupons,
      (buyerId, sellerId) => countCompletedOrders(database.pool, buyerId, sellerId),
      settings.INSURANCE_BASIS_POINTS,
    );
    this.orderQuotes = new OrderQuotes(this.quotes, this.couponPricing);
    this.quoteMaker = new QuoteMaker({
      quotes: this.quotes,
      offers: this.offers,
      couponPricing: this.couponPricing,
      policyOf: (sellerId) => this.sellerPolicies.inForce(sellerId),
      minutes: settings.QUOTE_MINUTES,
    });
    this.orderCommands = new OrderCommands(
      this.orderLog,
      (sellerId) => this.sellerPolicies.inForce(sellerId),
      new OrderReservations(this),
      (actor) => this.partners.namesOf(actor),
    );
    this.checkoutPayments = new CheckoutPayments(this.quotes, this.orderLog, this.orderCommands, (actor) =>
      this.partners.namesOf(actor),
    );
    this.resources = [
      quoteResource(this.quotes, this.checkoutPayments),
      couponResource(this.coupons),
      stockResource(this.stocks),
      offerResource,
      policyResource,
      partnerResource,
    ];
  }

  /**
   * Claims the data folder of the embedded database for this process until it closes the engines or ends; the
   * command line may work beside it. Throws `StartError` when another process has claimed it.
   */
  async claimDataFolder(): Promise<void> {
    if (this.settings.DATABASE_URL !== undefined) return;
    this.claim = await this.database.pool.connect();
    const sql = 'select pg_try_advisory_lock($1) as claimed';
    const { rows } = await this.claim.query<{ claimed: boolean }>(sql, [lockKey]);
    if (!rows[0]?.claimed)
      throw new StartError(
        `The data folder ${this.settings.DATA_DIR} is in use by another process that runs the order system; ` +
          'stop that one, or set DATA_DIR to another folder.',
      );
  }

  /** Throws the reason while the event log takes no appends, or is not the one that this database has followed. */
  async checkLog(): Promise<void> {
    await this.eventStore.check();
    const { connections } = this.eventStore.status;
    if (connections === this.verifiedOn) return;
    await this.logIdentity.verify();
    this.verifiedOn = connections;
  }

  /**
   * Lets go of everything, the database last; the embedded one stops when nobody else uses it. Work that does not come
   * to its end is not waited for any longer than a few seconds.
   */
  async close(): Promise<void> {
    const closing = this.statusLog.close().then(() => this.eventStore.close());
    await Promise.race([closing, setTimeout(closingMs, undefined, { ref: false })]);
    this.claim?.release(true);
    await this.database.close();
  }
}

/**
 * Opens the engines that the settings name and brings the schema up to date; `log` gets what an operator should know.
 * Throws a `DatabaseError` with a sentence for the operator when the database cannot be used.
 */
export async function openEngines(settings: Settings, log: EngineLog = () => {}): Promise<Engines> {
  const database = await openDatabase({
    url: settings.DATABASE_URL,
    dataDir: settings.DATA_DIR,
    log,
    limits: {
      connections: settings.DATABASE_POOL_SIZE,
      statementTimeoutMs: settings.DATABASE_STATEMENT_TIMEOUT_MS,
    },
  });
  try {
    await migrate(database.url);
    return new Engines(
      settings,
      database,
      await eventStoreOf(settings, database),
      statusLogOf(settings, database, log),
    );
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function eventStoreOf(
  { EVENT_STORE, EVENT_STORE_PREFIX }: Settings,
  { pool }: Database,
): Promise<EventStore> {
  const store =
    EVENT_STORE === 'postgres' ? new PostgresEventStore(pool) : await openEventStoreDb(EVENT_STORE);
  return EVENT_STORE_PREFIX === undefined ? store : new PrefixedEventStore(store, EVENT_STORE_PREFIX);
}

function statusLogOf(settings: Settings, { pool }: Database, log: EngineLog): StatusLog {
  const { KAFKA_BROKERS: brokers } = settings;
  if (brokers === undefined) return new PostgresStatusLog(pool);
  return new KafkaStatusLog({ ...kafkaOptions(settings, brokers), log });
}
