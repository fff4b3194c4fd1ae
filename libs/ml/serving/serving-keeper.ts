import { join } from 'node:path';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config, EventBus, LOG, type Log } from '#platform';
import { DEPLOYMENT_TOPIC } from '../deployment/alias.service.js';
import { type FromServing, type RunningServing, ServingLauncher } from './protocol.js';
import { RouteTable } from './route-table.js';
import { ServingRegister } from './serving-register.js';
import { TrafficKeeper } from './traffic-keeper.js';

const POLL_MS = 1000;
const RESTART_MS = 250;
const DRAIN_MS = 5000;

/** Keeps one serving process alive on this machine from the first model on, and tells it what to serve. */
@Injectable()
export class ServingKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private process: RunningServing | null = null;
  private registered: string | null = null;
  private sent = '';
  private readonly closing = new AbortController();
  private refreshing: Promise<void> | null = null;
  private again = false;
  private timer: NodeJS.Timeout | null = null;

  @Inject(CONFIG) private readonly config: Config;
  @Inject(LOG) private readonly log: Log;

  constructor(
    private readonly launcher: ServingLauncher,
    private readonly routes: RouteTable,
    private readonly register: ServingRegister,
    private readonly traffic: TrafficKeeper,
    private readonly events: EventBus,
  ) {}

  onApplicationBootstrap(): void {
    // An event makes the change quick, the poll makes it certain.
    this.timer = setInterval(() => void this.tick(), POLL_MS);
    void this.follow();
    void this.refresh();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing.abort();
    if (this.timer) clearInterval(this.timer);
    await this.refreshing;
    const { process, registered } = this;
    if (registered) await this.register.forget(registered).catch(() => undefined);
    if (!process) return;
    process.send({ kind: 'drain' });
    const impatience = setTimeout(() => process.kill(), DRAIN_MS);
    await process.ended;
    clearTimeout(impatience);
  }

  /** The process id of the serving process; null before the first model. */
  get pid(): number | null {
    return this.process?.pid ?? null;
  }

  private async follow(): Promise<void> {
    try {
      for await (const _ of this.events.subscribe(DEPLOYMENT_TOPIC, this.closing.signal)) void this.refresh();
    } catch (error) {
      this.log.warn({ err: error }, 'serving: deployment events');
    }
  }

  private async tick(): Promise<void> {
    void this.refresh();
    if (this.registered) {
      await this.register
        .seen(this.registered)
        .catch((error: unknown) => this.log.warn({ err: error }, 'serving: beat'));
    }
  }

  private refresh(): Promise<void> {
    if (this.refreshing) {
      this.again = true;
      return this.refreshing;
    }
    this.refreshing = this.sendRoutes()
      .catch((error: unknown) => this.log.warn({ err: error }, 'serving: routes'))
      .finally(() => {
        this.refreshing = null;
        if (!this.again || this.closing.signal.aborted) return;
        this.again = false;
        void this.refresh();
      });
    return this.refreshing;
  }

  private async sendRoutes(): Promise<void> {
    const pipelines = await this.routes.read();
    if (!this.process && pipelines.length === 0 && !(await this.routes.hasVersions())) return;
    if (this.closing.signal.aborted) return;
    this.process ??= this.launch();
    const text = JSON.stringify(pipelines);
    if (text === this.sent) return;
    this.process.send({ kind: 'routes', pipelines });
    this.sent = text;
  }

  private launch(): RunningServing {
    const secret = this.register.newSecret();
    const process = this.launcher.start((message) => void this.hear(message, secret, process));
    const { dataDir, rememberMinutes, rememberMib } = this.config;
    process.send({
      kind: 'start',
      secret,
      enginesDir: join(dataDir, 'engines'),
      engine: this.config.servingEngine,
      remembering: { milliseconds: rememberMinutes * 60_000, bytes: rememberMib * 2 ** 20 },
    });
    this.sent = '';
    void process.ended.then(() => this.relaunch(process));
    return process;
  }

  private async relaunch(ended: RunningServing): Promise<void> {
    if (this.process !== ended || this.closing.signal.aborted) return;
    this.log.warn({ pid: ended.pid }, 'the serving process has ended; starting another');
    if (this.registered) await this.register.forget(this.registered).catch(() => undefined);
    this.process = this.registered = null;
    setTimeout(() => void this.refresh(), RESTART_MS);
  }

  private waitingPort: number | null = null;

  private async hear(message: FromServing, secret: string, from: RunningServing): Promise<void> {
    if (this.process !== from && message.kind !== 'traffic') return;
    try {
      if (message.kind === 'listening') this.waitingPort = message.port;
      else if (message.kind === 'traffic') await this.traffic.add(message.reports);
      else if (message.kind === 'unloadable') this.log.error(message, 'a model cannot be served');
      else if (this.waitingPort !== null) {
        // Announced once its models are loaded: until then the process before answers.
        const port = this.waitingPort;
        this.waitingPort = null;
        this.registered = await this.register.announce(port, secret);
        this.log.info({ port, pid: from.pid, versions: message.versions.length }, 'serving');
      } else if (this.registered) await this.register.switched(this.registered);
    } catch (error) {
      this.log.warn({ err: error }, 'serving: message');
    }
  }
}
