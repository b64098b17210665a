import { defineEntity, type InferEntity } from '@mikro-orm/postgresql';

/** So many card points for so much money. */
export const PointPlanEntity = defineEntity({
  name: 'PointPlan',
  tableName: 'point_plans',
  properties: (p) => ({
    id: p.uuid().primary(),
    name: p.text(),
    points: p.integer(),
    priceFen: p.integer(),
    isOnSale: p.boolean(),
    createdAt: p.datetime(3),
  }),
});

/** A plan as it is read: a plain row. */
export type PointPlanRow = Readonly<InferEntity<typeof PointPlanEntity>>;
