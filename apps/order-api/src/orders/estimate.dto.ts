import { ApiProperty } from '@nestjs/swagger';
import { type DelayCause, delayCauses, type Fault, faults, roles } from '@app/ordering';
import { type EstimateView } from '@app/read-models';
import { DelayOfferDto } from '../commands/routes/delivery.js';

class DelayDto {
  @ApiProperty({ enum: delayCauses })
  cause: DelayCause;

  @ApiProperty({ enum: faults, required: false, description: 'Whose fault it is.' })
  fault?: Fault;

  @ApiProperty({ required: false })
  explanation?: string;

  @ApiProperty({ required: false })
  offer?: DelayOfferDto;
}

/** A change of the day on which goods are expected. */
export class EstimateDto implements EstimateView {
  @ApiProperty({ required: false, description: 'Missing where it is about all that had not arrived.' })
  packageId?: string;

  @ApiProperty({ format: 'date' })
  newEstimate: string;

  @ApiProperty({ format: 'date', required: false })
  previousEstimate?: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ enum: [...roles, 'timer'] })
  by: EstimateView['by'];

  @ApiProperty({ required: false, description: 'The reasons, where a delay was reported.' })
  delay?: DelayDto;
}
