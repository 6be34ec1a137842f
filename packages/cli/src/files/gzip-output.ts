import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import type { Output } from './output-file.ts';

/** Compresses what goes to another output, with nothing held but what gzip itself needs. */
export class GzipOutput implements Output {
  readonly name: string;
  readonly isAtomic: boolean;
  private readonly output: Output;
  private readonly gzip = createGzip();
  private ready: Buffer[] = [];

  constructor(output: Output) {
    this.name = output.name;
    this.isAtomic = output.isAtomic;
    this.output = output;
    this.gzip.on('data', (bytes: Buffer) => this.ready.push(bytes));
  }

  async write(bytes: Uint8Array): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.gzip.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
    await this.pass();
  }

  async sync(): Promise<void> {
    this.gzip.end();
    await once(this.gzip, 'end');
    await this.pass();
    await this.output.sync();
  }

  commit(): Promise<void> {
    return this.output.commit();
  }

  async discard(): Promise<void> {
    this.gzip.destroy();
    await this.output.discard();
  }

  private async pass(): Promise<void> {
    const { ready } = this;
    this.ready = [];
    for (const bytes of ready) await this.output.write(bytes);
  }
}
