import { Component, type ReactNode } from 'react';

/**
 * Keeps a chart that cannot be loaded or drawn from taking the page down with it.
 *
 * @example <ChartBoundary fallback={<Alert severity="info">…</Alert>}>…</ChartBoundary>
 */
export class ChartBoundary extends Component<ChartBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}

export interface ChartBoundaryProps {
  fallback: ReactNode;
  children: ReactNode;
}
