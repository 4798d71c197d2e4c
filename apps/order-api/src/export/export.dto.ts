import { OmitType } from '@nestjs/swagger';
import { BuyerOrdersDto } from '../buyers/buyer-orders.dto.js';
import { SellerOrdersDto } from '../sellers/seller-orders.dto.js';

/** The filters of a buyer's list; the file holds all of it. */
export class BuyerExportDto extends OmitType(BuyerOrdersDto, ['cursor', 'limit']) {}

/** The filters of a seller's list; the file holds all of it. */
export class SellerExportDto extends OmitType(SellerOrdersDto, ['cursor', 'limit']) {}
