import {
  getNamedType,
  isAbstractType,
  isObjectType,
  TypeNameMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { RequestContext } from '../graphql/request-context.ts';

/** A field as a document asks for it, everything that it asks of it merged. */
export interface SelectedField {
  /** Its name in the answer. */
  readonly key: string;
  /** The type on which it is asked for. */
  readonly parent: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, RequestContext>;
  /** One of the places in the document where it is asked for; its arguments are the same in all. */
  readonly node: FieldNode;
  /** What is asked of the object that it yields, in the order of the answer; empty for a leaf. */
  readonly fields: readonly SelectedField[];
}

interface Collecting {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Whether it is the name of the type that is asked for, which every object has and no column holds. */
export const isTypeName = ({ definition }: SelectedField): boolean => definition === TypeNameMetaFieldDef;

/** A field at the root of a query. */
export interface SelectedRoot {
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  /** Everything that it asks for; null where that uses what one statement does not answer: interfaces and unions. */
  readonly field: SelectedField | null;
}

/**
 * What a query asks for, root by root. Null where it decides as it goes (@skip, @include) or asks about the schema.
 * The document has been validated.
 */
export function rootsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly SelectedRoot[] | null {
  const root = schema.getQueryType();
  if (!root || operation.operation !== 'query') return null;
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === 'FragmentDefinition' ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const collecting = { schema, fragments };
  const places = new Map<string, FieldNode[]>();
  if (!collect(root, operation.selectionSet, { collecting, places })) return null;
  return [...places].map(([key, nodes]) => ({
    key,
    nodes,
    field: fieldOf(root, { key, nodes }, collecting),
  }));
}

function fieldsOf(
  parent: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  collecting: Collecting,
): readonly SelectedField[] | null {
  const places = new Map<string, FieldNode[]>();
  if (!sets.every((set) => collect(parent, set, { collecting, places }))) return null;
  const fields: SelectedField[] = [];
  for (const [key, nodes] of places) {
    const field = fieldOf(parent, { key, nodes }, collecting);
    if (!field) return null;
    fields.push(field);
  }
  return fields;
}

interface Found {
  readonly collecting: Collecting;
  readonly places: Map<string, FieldNode[]>;
}

function collect(parent: GraphQLObjectType, set: SelectionSetNode, found: Found): boolean {
  return set.selections.every((selection) => {
    if (selection.directives?.length) return false;
    if (selection.kind === 'Field') {
      const key = selection.alias?.value ?? selection.name.value;
      found.places.set(key, [...(found.places.get(key) ?? []), selection]);
      return true;
    }
    const spread =
      selection.kind === 'FragmentSpread' ? found.collecting.fragments.get(selection.name.value) : selection;
    // Of an object type there can be only this one, or an interface of it, which one statement does not answer.
    const condition = spread?.typeCondition?.name.value ?? parent.name;
    return spread !== undefined && condition === parent.name && collect(parent, spread.selectionSet, found);
  });
}

interface Places {
  readonly key: string;
  readonly nodes: readonly FieldNode[];
}

function fieldOf(
  parent: GraphQLObjectType,
  { key, nodes }: Places,
  collecting: Collecting,
): SelectedField | null {
  const [node] = nodes;
  if (!node) return null;
  const name = node.name.value;
  const definition = (name === '__typename' ? TypeNameMetaFieldDef : parent.getFields()[name]) as
    GraphQLField<unknown, RequestContext> | undefined;
  const type = definition && getNamedType(definition.type);
  if (!definition || !type || isAbstractType(type)) return null;
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const fields = isObjectType(type) ? fieldsOf(type, sets, collecting) : [];
  return fields && { key, parent, definition, node, fields };
}
