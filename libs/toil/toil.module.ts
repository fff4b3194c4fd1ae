import { Module, type Provider } from '@nestjs/common';

const services: Provider[] = [];

/** The use cases of toil; the same in the API and the worker. */
@Module({ providers: services, exports: services })
export class ToilModule {}
