import { Component, type ComponentChildren, type JSX } from 'preact';

import { ErrorState } from '../../ui/states.tsx';

interface GuardProps {
  readonly children: ComponentChildren;
}

/** Keeps a failure while drawing inside its panel. */
export class PanelGuard extends Component<GuardProps, { readonly error?: unknown }> {
  static override getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): JSX.Element {
    const { error } = this.state;
    if (error === undefined) return <>{this.props.children}</>;
    return <ErrorState error={error} onRetry={() => this.setState({ error: undefined })} />;
  }
}
