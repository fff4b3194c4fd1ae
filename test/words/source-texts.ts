import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { sampleOf } from './samples.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** A text of the sources as the server would say it, with samples in place of its values. */
export interface SourceText {
  place: string;
  /** What the text is given to: a call, a constructor, a property. */
  givenTo: string;
  /** Every way it can read: both branches of a choice, singular and plural. */
  readings: string[];
}

const MOST_READINGS = 64;

/** Values of parameters while the body of a small function of the same file is read. */
type Bound = ReadonlyMap<string, string[]>;

const product = (parts: string[][]): string[] =>
  parts.reduce(
    (before, part) => before.flatMap((head) => part.map((tail) => head + tail)).slice(0, MOST_READINGS),
    [''],
  );

/** Reads the texts of one file; what a text is put together from is read as a part of it and not on its own. */
class FileReader {
  private readonly parts = new Set<ts.Node>();
  private readonly names = new Map<string, ts.Expression>();

  constructor(
    private readonly path: string,
    private readonly file: ts.SourceFile,
  ) {
    this.collectNames(file);
  }

  texts(): SourceText[] {
    const found: { node: ts.Expression; readings: string[] }[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isDecorator(node) || ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
      const readings = ts.isExpression(node) ? this.readingsOf(node, new Map(), 0) : null;
      if (readings) found.push({ node: node as ts.Expression, readings });
      else ts.forEachChild(node, visit);
    };
    visit(this.file);
    return found
      .filter(({ node }) => !this.parts.has(node))
      .map(({ node, readings }) => ({
        place: `${this.path}:${this.file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
        givenTo: receiverOf(node),
        // the sample of a value alone is none
        readings: [...new Set(readings)].filter((reading) => /[a-z]+ [a-z]+/i.test(reading)),
      }))
      .filter(({ readings }) => readings.length > 0);
  }

  // Names that stand for a text or for a function that only makes one, wherever in the file they are declared.
  private collectNames(node: ts.Node): void {
    // What is assigned later says nothing yet.
    const isConstant =
      ts.isVariableDeclaration(node) && (ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) !== 0;
    if (isConstant && ts.isIdentifier(node.name) && node.initializer)
      this.names.set(node.name.text, node.initializer);
    if (ts.isFunctionDeclaration(node) && node.name && node.body?.statements.length === 1) {
      const [only] = node.body.statements;
      if (only && ts.isReturnStatement(only) && only.expression)
        this.names.set(
          node.name.text,
          ts.factory.createArrowFunction(
            undefined,
            undefined,
            node.parameters,
            undefined,
            undefined,
            only.expression,
          ),
        );
    }
    ts.forEachChild(node, (child) => this.collectNames(child));
  }

  /** How an expression can read; null when it is no text. */
  private readingsOf(node: ts.Expression, bound: Bound, depth: number): string[] | null {
    if (depth > 14) return null;
    const inner = (one: ts.Expression) => this.readingsOf(one, bound, depth + 1);
    const orSample = (one: ts.Expression) => inner(one) ?? [sampleOf(textOf(one))];
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
    if (ts.isTemplateExpression(node))
      return product([
        [node.head.text],
        ...node.templateSpans.flatMap((span) => [orSample(span.expression), [span.literal.text]]),
      ]);
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node))
      return inner(node.expression);
    if (ts.isConditionalExpression(node))
      return this.either([node.whenTrue, node.whenFalse], false, inner, orSample);
    if (ts.isBinaryExpression(node)) {
      const sides = [node.left, node.right];
      const { kind } = node.operatorToken;
      if (kind === ts.SyntaxKind.PlusToken)
        return sides.some((side) => inner(side)) ? product(sides.map(orSample)) : null;
      const chooses = kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken;
      return chooses ? this.either(sides, true, inner, orSample) : null;
    }
    if (ts.isIdentifier(node)) return bound.get(node.text) ?? this.named(node, depth);
    return ts.isCallExpression(node) ? this.called(node, bound, depth) : null;
  }

  private either(
    ways: ts.Expression[],
    isChoiceOfValues: boolean,
    inner: (one: ts.Expression) => string[] | null,
    orSample: (one: ts.Expression) => string[],
  ): string[] | null {
    const isNothing = (one: ts.Expression) => one.kind === ts.SyntaxKind.NullKeyword;
    const isEmpty = (one: ts.Expression) => ts.isStringLiteral(one) && one.text === '';
    // `path ?? ''` only pleases the compiler: where the path is missing, another sentence is taken
    const said = ways.filter((way, i) => !isNothing(way) && !(isChoiceOfValues && i === 1 && isEmpty(way)));
    return said.some((way) => inner(way)) ? said.flatMap(orSample) : null;
  }

  private named(node: ts.Identifier, depth: number): string[] | null {
    const meant = this.names.get(node.text);
    if (!meant || ts.isArrowFunction(meant)) return null;
    const readings = this.readingsOf(meant, new Map(), depth + 1);
    // A lone word or a key has a meaning of its own where it is declared.
    if (readings && depth > 0) this.parts.add(meant);
    return depth > 0 ? readings : null;
  }

  // plural(count, 'pair'), `text`.trim(), shown(right, n): functions of the file that only put a text together.
  private called(node: ts.CallExpression, bound: Bound, depth: number): string[] | null {
    const { expression } = node;
    if (ts.isPropertyAccessExpression(expression) && ['trim', 'slice'].includes(expression.name.text))
      return this.readingsOf(expression.expression, bound, depth + 1);
    const made = ts.isIdentifier(expression) ? this.names.get(expression.text) : undefined;
    if (!made || !ts.isArrowFunction(made) || ts.isBlock(made.body) || depth === 0) return null;
    const values = new Map<string, string[]>();
    for (const [index, parameter] of made.parameters.entries()) {
      const given = node.arguments[index];
      if (given) {
        const readings = this.readingsOf(given, bound, depth + 1);
        if (readings) this.parts.add(given);
        values.set(parameter.name.getText(this.file), readings ?? [sampleOf(textOf(given))]);
      }
    }
    const readings = this.readingsOf(made.body, values, depth + 1);
    if (readings) this.parts.add(made.body);
    return readings;
  }
}

const textOf = (node: ts.Node): string => node.getText().replace(/\s+/g, ' ');

// The nearest call, constructor or property that a text is given to.
function receiverOf(node: ts.Node): string {
  for (let up = node.parent; up; up = up.parent) {
    if (ts.isCallExpression(up) || ts.isNewExpression(up))
      return up.expression === node ? '' : textOf(up.expression).slice(-60);
    if (ts.isPropertyAssignment(up)) return `${up.name.getText()}:`;
    if (ts.isVariableDeclaration(up)) return `${up.name.getText()} =`;
    if (ts.isReturnStatement(up)) return 'return';
  }
  return '';
}

/** Every text of the server and its libraries that reads like words: two of them side by side, at least. */
export function sourceTexts(): SourceText[] {
  return globSync('{apps/api,apps/worker,libs}/**/*.ts', { cwd: ROOT })
    .filter((path) => !/\.spec\.ts$|\.d\.ts$|\/generated\/|\/assembly\//.test(path))
    .sort()
    .flatMap((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return new FileReader(path, ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)).texts();
    });
}
