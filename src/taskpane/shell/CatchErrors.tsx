import { Component, type ReactNode } from "react";
import { ProblemCard } from "../ui/ProblemCard";

/** A screen that breaks must not take the others, and what was typed there, with it. */
export class CatchErrors extends Component<{ children: ReactNode }, { problem: unknown }> {
  override state: { problem: unknown } = { problem: undefined };

  static getDerivedStateFromError(problem: unknown) {
    return { problem };
  }

  override render() {
    return this.state.problem === undefined ? (
      this.props.children
    ) : (
      <ProblemCard problem={this.state.problem} retry={() => this.setState({ problem: undefined })} />
    );
  }
}
