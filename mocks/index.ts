export { createMockApp } from './app.ts';
export { handlersFor } from './handlers.ts';
