export type { ApiObserver, ExchangeFacts } from '../guard/ports/api-observer.ts';
