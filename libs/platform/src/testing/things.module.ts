import { Body, Controller, Get, Module, Post, Query } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { OpenRoute } from '../auth/open-route.js';
import { toBe } from '../http/field-errors.js';
import { OperationsModule } from '../operations/operations.module.js';

class Part {
  @IsString()
  name: string;
}

class Thing {
  @IsInt(toBe('whole-number'))
  @Min(0)
  amount: number;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(3)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => Part)
  parts?: Part[];
}

class Page {
  @Transform(({ value }: { value: string }) => (/^\d+$/.test(value) ? Number(value) : value))
  @IsInt()
  @Max(100)
  limit = 20;
}

@OpenRoute()
@Controller('things')
class ThingsController {
  @Post()
  make(@Body() thing: Thing) {
    return { made: thing };
  }

  @Get()
  list(@Query() page: Page) {
    return page;
  }
}

/** `/things`, which takes a body and a query. */
@Module({ imports: [OperationsModule], controllers: [ThingsController] })
export class ThingsModule {}
